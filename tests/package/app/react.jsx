// The React example's component in a host that a test can steer: its state is set by `window.host`. StrictMode mounts
// everything twice.
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { Check } from "./examples/react/check.jsx";

window.host = { completed: [], mounts: 0 };

function Host() {
  const [shown, setShown] = useState(true);
  const [language, setLanguage] = useState("en");
  const [level, setLevel] = useState(3);
  const [model, setModel] = useState(null);
  const [answers, setAnswers] = useState({});
  useEffect(() => {
    host.mounts++;
    Object.assign(host, { setShown, setLanguage, setLevel, setModel, setAnswers });
  }, []);
  if (!shown) return <p id="away">Away</p>;
  return (
    <Check
      language={language}
      headingLevel={level}
      model={model}
      answers={answers}
      onAnswers={(given) => (host.answers = given)}
      onComplete={(detail) => host.completed.push(detail)}
    >
      <p className="fallback">Fallback</p>
    </Check>
  );
}

createRoot(document.getElementById("place")).render(
  <StrictMode>
    <Host />
  </StrictMode>,
);
