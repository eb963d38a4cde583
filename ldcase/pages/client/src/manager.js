// The widgets of a page: made from what the kernel says, shown where the notebook put them.
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import { Widget } from "@lumino/widgets";
import anywidget from "anywidget";

const MODULES = {
  "@jupyter-widgets/base": async () => base,
  "@jupyter-widgets/controls": async () => (await import("./controls.js")).default,
  anywidget: async () => anywidget(base),
};

export class Manager extends ManagerBase {
  constructor(kernel) {
    super();
    this.kernel = kernel;
    this.modules = new Map();
    kernel.targets.set(this.comm_target_name, (comm, message) => this.handle_comm_open(comm, message));
  }

  async loadClass(name, module) {
    if (!this.modules.has(module)) {
      if (!MODULES[module]) throw new Error(`The page has no widgets of ${module}; open the notebook in JupyterLab to see them.`);
      this.modules.set(module, MODULES[module]());
    }
    return (await this.modules.get(module))[name];
  }

  async _create_comm(target, id, data, metadata, buffers) {
    const comm = this.kernel.comm(target, id);
    if (data || metadata) comm.open(data ?? {}, undefined, metadata, buffers);
    return comm;
  }

  async _get_comm_info() {
    return (await this.kernel.ask("comm_info_request", { target_name: this.comm_target_name })).comms;
  }

  /** Fetch every widget the kernel holds, in one message. */
  load() {
    return this._loadFromKernel();
  }

  /** Draw the widget into the element. */
  async show(id, element) {
    const view = await this.create_view(await this.get_model(id));
    Widget.attach(view.luminoWidget ?? view.pWidget, element);
  }
}
