// The Vue example's component in a host that a test can steer: its state is `window.host.state`.
import { createApp, reactive } from "vue";
import { Check, isCustomElement } from "./examples/vue/check.js";

const state = reactive({ shown: true, language: "en", level: 3, model: null, answers: {} });
window.host = { completed: [], state };

const app = createApp({
  components: { Check },
  setup: () => ({
    state,
    complete: (detail) => host.completed.push(detail),
    answered: (answers) => (host.answers = answers),
  }),
  template: `
    <Check v-if="state.shown" :language="state.language" :headingLevel="state.level" :model="state.model"
      :answers="state.answers" v-on:answers="answered" v-on:complete="complete">
      <p class="fallback">Fallback</p>
    </Check>
    <p v-else id="away">Away</p>`,
});
app.config.compilerOptions.isCustomElement = isCustomElement;
app.mount("#place");
