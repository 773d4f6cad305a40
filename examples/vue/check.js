// The element as a Vue component: attributes, properties with `.prop`, events with `v-on`. Vue must be told that the tag
// is no component of its own: `compilerOptions.isCustomElement`.
import "partner-fit";

export const isCustomElement = (name) => name === "partner-fit";

export const Check = {
  props: {
    language: { type: String, default: "en" },
    headingLevel: { type: Number, default: 2 },
    model: { type: Object, default: null },
    answers: { type: Object, default: () => ({}) },
  },
  emits: ["answers", "complete"],
  template: `
    <partner-fit assessment="partner" :lang="language" load="eager" no-review
      :headingLevel.prop="headingLevel" :model.prop="model" :answers.prop="answers"
      v-on:pf-answer="$emit('answers', $event.target.answers)"
      v-on:pf-complete="$emit('complete', $event.detail)">
      <slot></slot>
    </partner-fit>`,
};
