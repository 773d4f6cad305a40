// An application that shows the check, keeps its answers while it is closed, and says how it ended.
import { createApp, reactive } from "vue";
import { Check, isCustomElement } from "./check.js";

const state = reactive({ isOpen: true, outcome: null, answers: {} });

const application = createApp({
  components: { Check },
  setup: () => ({
    state,
    keep: (answers) => (state.answers = answers),
    complete: (detail) => (state.outcome = detail),
  }),
  template: `
    <button v-on:click="state.isOpen = !state.isOpen">{{ state.isOpen ? "Close" : "Open" }}</button>
    <Check v-if="state.isOpen" language="en" :answers="state.answers" v-on:answers="keep" v-on:complete="complete">
      <p class="fallback">Are we a good partner?</p>
    </Check>
    <p>Outcome: <output id="outcome">{{ state.outcome?.band ?? "none yet" }}</output></p>`,
});
application.config.compilerOptions.isCustomElement = isCustomElement;
application.mount("#place");
