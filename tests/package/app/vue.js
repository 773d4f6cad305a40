// A Vue application with the element in it: attributes, properties with `.prop`, events with `v-on`. `window.host` is for
// the test.
import "partner-fit";
import { createApp, reactive } from "vue";

const state = reactive({ shown: true, language: "en", level: 3, model: null, answers: {} });
window.host = { completed: [], state };

const app = createApp({
  setup: () => ({
    state,
    complete: (event) => host.completed.push(event.detail),
    answered: (event) => (host.answers = event.target.answers),
  }),
  template: `
    <partner-fit v-if="state.shown" assessment="partner" :lang="state.language" load="eager" no-review
      :headingLevel.prop="state.level" :model.prop="state.model" :answers.prop="state.answers"
      v-on:pf-complete="complete" v-on:pf-answer="answered">
      <p class="fallback">Fallback</p>
    </partner-fit>
    <p v-else id="away">Away</p>`,
});
app.config.compilerOptions.isCustomElement = (name) => name === "partner-fit";
app.mount("#place");
