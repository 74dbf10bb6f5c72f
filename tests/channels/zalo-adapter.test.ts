import { zaloAdapter } from "#channels/zalo/zalo-adapter";
import { keepsTheAdapterContract } from "./adapter-contract.ts";
import { sampleZaloAccount, signAsZalo } from "./zalo-samples.ts";

keepsTheAdapterContract(zaloAdapter(sampleZaloAccount), "zalo", signAsZalo);
