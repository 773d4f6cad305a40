// The element as a React component: what comes in as props, what happens as handlers. React 19 sets properties and hears
// events by itself; an object that is not there is `null`, never `undefined`.
import "partner-fit";
import { useRef } from "react";

/** @param {Record<string, any>} props what the application passes on */
export function Check({ language, headingLevel = 2, model = null, answers = {}, onAnswers, onComplete, children }) {
  const widget = useRef(null);
  return (
    <partner-fit
      ref={widget}
      assessment="partner"
      lang={language}
      load="eager"
      no-review=""
      headingLevel={headingLevel}
      model={model}
      answers={answers}
      onpf-answer={() => onAnswers(widget.current.answers)}
      onpf-complete={(event) => onComplete(event.detail)}
    >
      {children}
    </partner-fit>
  );
}
