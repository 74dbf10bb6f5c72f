import { sensorAdapter } from "#channels/sensor/sensor-adapter";
import { keepsTheAdapterContract } from "./adapter-contract.ts";
import { signStandardWebhook } from "./phone-settings.ts";

const secret = "whsec_c2Vuc29yLXNlY3JldC1vZi10aGUtc2FtcGxlcy0xMDIy";

keepsTheAdapterContract(sensorAdapter({ secret }), "sensor", signStandardWebhook(secret));
