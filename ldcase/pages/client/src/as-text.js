// Text from a case is data: what looks like HTML in it is shown as it was written.
const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export default (text) => String(text).replace(/[&<>"']/g, (sign) => signs[sign]);
