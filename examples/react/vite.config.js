// JSX by esbuild alone; and the package left as it is, which would lose its files in Vite's development server.
export default { esbuild: { jsx: "automatic" }, optimizeDeps: { exclude: ["partner-fit"] } };
