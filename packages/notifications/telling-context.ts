import type { Agency, ProvinceFile, Staff } from "#contracts/configuration/organisation";
import type { PoliciesFile, Tell } from "#contracts/configuration/policy";
import type { Template, TemplateId } from "#contracts/configuration/template";

/** What routing knows of offices and people. */
export interface Organisation {
  agencyAt(id: string, at: Date): Pick<Agency, "name" | "shortName"> | undefined;
  areaLabel(code: string, at: Date): string;
  staffFor(role: Tell["tell"], scope: Tell["scope"], agencyId: string | undefined, at: Date): readonly string[];
}

/** How this citizen can be reached besides their conversation, and when they last wrote (defaults to the opening). */
export interface Reach {
  readonly phone: boolean;
  readonly email: boolean;
  readonly lastWroteAt?: string;
}

/** All that decides who hears what, on which channel, in which words. */
export interface TellingContext {
  readonly urls: Pick<ProvinceFile, "trackingUrl" | "deskUrl">;
  readonly templates: ReadonlyMap<TemplateId, Template>;
  readonly staff: ReadonlyMap<string, Staff>;
  readonly quietHours: PoliciesFile["quietHours"];
  readonly organisation: Organisation;
}

interface Parts {
  readonly province: ProvinceFile;
  readonly templates: readonly Template[];
  readonly staff: readonly Staff[];
  readonly policies: Pick<PoliciesFile, "quietHours">;
}

/** Builds the context once for a province. */
export function tellingContext(parts: Parts, organisation: Organisation): TellingContext {
  return {
    urls: parts.province,
    templates: new Map(parts.templates.map((template) => [template.id, template])),
    staff: new Map(parts.staff.map((person) => [person.id, person])),
    quietHours: parts.policies.quietHours,
    organisation,
  };
}

/** A text of the province; every one is there, for loading a province without it fails. */
export function templateOf({ templates }: TellingContext, id: TemplateId): Template {
  const template = templates.get(id);
  if (template === undefined) throw new Error(`The province has no text "${id}"`);
  return template;
}
