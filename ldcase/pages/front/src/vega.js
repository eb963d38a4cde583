// Vega without what no chart here uses (maps, forces, trees, word clouds): a quarter smaller to fetch and to parse.
import { extend, truthy } from "vega-util";
import { changeset, transforms } from "vega-dataflow";
import * as data from "vega-transforms";
import * as views from "vega-view-transforms";
import * as encode from "vega-encode";

extend(transforms, data, views, encode);

export { changeset, truthy };
export { parse } from "vega-parser";
export { View } from "vega-view";
