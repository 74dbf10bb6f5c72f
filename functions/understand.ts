import type { Province } from "#contracts/configuration/province";
import type { InboundMessage } from "#contracts/inbound-message";
import type { TicketTriage } from "#contracts/ticket";
import type { Understanding } from "#tickets/opening";
import { createTriage } from "#triage/create-triage";
import { readCompiledWords } from "#triage/files/read-compiled-words";
import { readGazetteer } from "#triage/files/read-gazetteer";
import { messageReadingOf } from "#triage/message-reading";
import type { Reading } from "#triage/reading";
import { ticketTriageOf } from "#triage/ticket-triage";
import { triageModel } from "#triage/triage-model";
import { withHeardAddress } from "./heard-address.ts";
import { calmed, ownWay } from "./own-way.ts";

/** Triage of a province: what it makes of a message, in the form in which a ticket is opened. */
export function understanding(
  folder: string,
  { areas, categories }: Province,
): (message: InboundMessage) => Understanding {
  const gazetteer = readGazetteer(folder);
  const words = readCompiledWords(
    folder,
    categories.map(({ code }) => code),
  );
  const triage = createTriage({ words, model: triageModel, gazetteer, areas });
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]));
  const offices = new Map(categories.map(({ code, redirect }) => [code, redirect]));

  return (message) => {
    const { text, channel, location, transcript, gist, sentAt, form } = message;
    const fromWords = triage(text, {
      channel,
      today: sentAt.slice(0, 10),
      ...(location === undefined ? {} : { location }),
      ...(transcript === undefined ? {} : { transcript }),
    });
    const { by: summaryBy, ...written } = gist ?? {};
    const reading = { ...fromWords, ...written };
    const read = { ...ticketTriageOf(reading), ...calmed(reading) };
    return {
      triage: withHeardAddress(withLocation(chosenInForm(read, message, areaNames), message), message),
      reading: {
        ...messageReadingOf(text, reading),
        ...whereTo(reading, offices.get(read.category.value)),
        ...(summaryBy === undefined ? {} : { summaryBy }),
      },
      title: reading.title || "Tin nhắn không có chữ",
      emergency: reading.emergency,
      ...ownWay(reading, form),
    };
  };
}

/** The office that the category's law names, or the province it happened in: what an agent needs to redirect it. */
function whereTo({ redirect, outsideProvince }: Reading, office: string | undefined): { redirectTo?: string } {
  const to = outsideProvince ?? office;
  return redirect === undefined || to === undefined ? {} : { redirectTo: to };
}

/** What the citizen chose in the form they know better than any reading of their words. */
function chosenInForm(
  triage: TicketTriage,
  { form }: InboundMessage,
  areaNames: ReadonlyMap<string, string>,
): TicketTriage {
  const chosen = <T>(value: T) => ({ value, confidence: 1, why: ["form"] });
  const { category, area } = form ?? {};
  const areaName = area === undefined ? undefined : areaNames.get(area);
  const { candidates: _, ...spoken } = triage.place.value;
  return {
    ...triage,
    ...(category === undefined ? {} : { category: chosen(category) }),
    ...(area === undefined || areaName === undefined
      ? {}
      : { place: chosen({ ...spoken, areaCode: area, area: areaName }) }),
  };
}

/** Where the phone was is kept with the place, whatever the words say. */
function withLocation(triage: TicketTriage, { location }: InboundMessage): TicketTriage {
  if (location === undefined) return triage;
  const { lat, lon, address } = location;
  const value = { ...(address === undefined ? {} : { address }), ...triage.place.value, lat, lon };
  return { ...triage, place: { ...triage.place, value } };
}
