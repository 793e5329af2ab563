// A slider beside each number that has a usual range; the number stays what is sent.
const join = (field) => {
  const [least, most, step] = field.dataset.slider.split(" ");
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: least, max: most, step, tabIndex: -1 });
  slider.setAttribute("aria-hidden", "true");
  slider.value = field.value;
  slider.addEventListener("input", () => (field.value = slider.value));
  field.addEventListener("input", () => (slider.value = field.value));
  field.after(slider);
  field.removeAttribute("data-slider");
};

export const addSliders = () => document.querySelectorAll("[data-slider]").forEach(join);
