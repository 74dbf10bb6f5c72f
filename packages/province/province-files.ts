import * as z from "zod";
import { calendarsFileSchema } from "#contracts/configuration/calendar";
import {
  agencySchema,
  areaSchema,
  categorySchema,
  provinceFileSchema,
  routeSchema,
  staffSchema,
} from "#contracts/configuration/organisation";
import { policiesFileSchema } from "#contracts/configuration/policy";
import type { Province } from "#contracts/configuration/province";
import { templateSchema } from "#contracts/configuration/template";

/** The form of each part of a province; part `x` is the file `x.json`. */
export const provinceParts = {
  province: provinceFileSchema,
  agencies: z.array(agencySchema).min(1),
  areas: z.array(areaSchema).min(1),
  categories: z.array(categorySchema).min(1),
  routes: z.array(routeSchema).min(1),
  staff: z.array(staffSchema).min(1),
  templates: z.array(templateSchema).min(1),
  calendars: calendarsFileSchema,
  policies: policiesFileSchema,
} satisfies { [P in keyof Province]: z.ZodType<Province[P]> };

export type PartName = keyof Province;
export const partNames = Object.keys(provinceParts) as PartName[];
