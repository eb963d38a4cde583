// The classic widgets (sliders, boxes, buttons), fetched only when a page shows one, with the styles they need.
import * as controls from "@jupyter-widgets/controls";
import variables from "@jupyter-widgets/controls/css/labvariables.css";
import base from "@jupyter-widgets/controls/css/widgets-base.css";
import nouislider from "@jupyter-widgets/controls/css/nouislider.css";

const style = document.createElement("style");
style.textContent = [variables, nouislider, base].join("\n").replace(/@import[^;]*;/g, "");
document.head.append(style);

export default controls;
