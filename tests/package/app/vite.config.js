// As the package's README says: pre-bundled, its files would be lost in development.
export default { optimizeDeps: { exclude: ["partner-fit"] }, cacheDir: process.env.VITE_CACHE };
