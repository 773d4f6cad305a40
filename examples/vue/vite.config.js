// The full build of Vue, for templates in strings; and the package left as it is, which would lose its files otherwise.
export default {
  resolve: { alias: { vue: "vue/dist/vue.esm-bundler.js" } },
  optimizeDeps: { exclude: ["partner-fit"] },
};
