// An application that shows the check, keeps its answers while it is closed, and says how it ended.
import { StrictMode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { Check } from "./check.jsx";

function Application() {
  const [isOpen, setIsOpen] = useState(true);
  const [outcome, setOutcome] = useState(null);
  const answers = useRef({});
  return (
    <>
      <button onClick={() => setIsOpen(!isOpen)}>{isOpen ? "Close" : "Open"}</button>
      {isOpen && (
        <Check
          language="en"
          answers={answers.current}
          onAnswers={(given) => (answers.current = given)}
          onComplete={setOutcome}
        >
          <p className="fallback">Are we a good partner?</p>
        </Check>
      )}
      <p>
        Outcome: <output id="outcome">{outcome?.band ?? "none yet"}</output>
      </p>
    </>
  );
}

createRoot(document.getElementById("place")).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
