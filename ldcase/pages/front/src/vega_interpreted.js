// Vega for a page whose content policy makes no code of text: expressions are walked, not compiled. Stands in for vega.js there.
import { extend, truthy } from "vega-util";
import { changeset, transforms } from "vega-dataflow";
import * as data from "vega-transforms";
import * as views from "vega-view-transforms";
import * as encode from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { parse as parsed } from "vega-parser";
import { View as Compiled } from "vega-view";

extend(transforms, data, views, encode);

export { changeset, truthy };
export const parse = (spec) => parsed(spec, null, { ast: true });

export class View extends Compiled {
  constructor(runtime, options) {
    super(runtime, { ...options, expr: expressionInterpreter });
  }
}
