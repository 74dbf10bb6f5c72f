import { quickScale } from "./bench-parts.ts";
import { bill, plus, times, totalOf, type Uses } from "./cost/bill.ts";
import priceList from "./cost/price-list.json" with { type: "json" };
import { ticketUnits } from "./cost/ticket-units.ts";
import ticketUses from "./cost/ticket-uses.json" with { type: "json" };
import { finish } from "./report/finish.ts";
import { atMost, type Measure, told } from "./report/measure.ts";

const TICKETS_OF_A_PROVINCE = 15_000;
const usesOf = (given: Readonly<Record<string, { uses: number }>>): Uses =>
  Object.fromEntries(Object.entries(given).map(([name, { uses }]) => [name, uses]));

/** `npm run cost`: list prices for 1,000 tickets, and for a month of a province, from the units that were measured. */
async function cost(): Promise<void> {
  const units = await ticketUnits(".results/bench.json", quickScale);
  const thousand = bill(times(plus(usesOf(ticketUses.ticket), { ...units }), 1000), priceList.prices);
  const standing = bill(usesOf(ticketUses.month), priceList.prices);
  const line =
    (of: string, unit: string) =>
    (each: { name: string; dollars: number }): Measure =>
      told({ name: `${of}: ${each.name}`, value: each.dollars, unit });
  finish("cost", [
    ...thousand.map(line("1,000 tickets", "USD")),
    atMost({ name: "1,000 tickets", value: totalOf(thousand), unit: "USD" }, 0.2),
    ...standing.map(line("standing", "USD/month")),
    told({ name: "standing, whatever comes", value: totalOf(standing), unit: "USD/month" }),
    told({
      name: `a province of ${TICKETS_OF_A_PROVINCE.toLocaleString("en")} tickets`,
      value: (totalOf(thousand) * TICKETS_OF_A_PROVINCE) / 1000 + totalOf(standing),
      unit: "USD/month",
    }),
  ]);
}

await cost();
