// Pre-bundled, the package's files would be lost in Vite's development server.
export default { optimizeDeps: { exclude: ["partner-fit"] }, cacheDir: process.env.VITE_CACHE };
