import { api } from "#platform/api";
import { ticketProblem } from "../ticket-problem.ts";
import { serveCitizenActs } from "./citizen-acts.ts";
import type { CitizenApiDependencies, CitizenApp, CitizenEnvironment } from "./dependencies.ts";
import { docsPage } from "./docs-page.ts";
import { serveForms } from "./forms.ts";
import { listAreas, listCategories } from "./routes.ts";
import { serveTracking } from "./track.ts";

/** The open door: forms, tracking, lists, and the description of all our APIs. No AWS in here. */
export function citizenApiApp(dependencies: CitizenApiDependencies): CitizenApp {
  const { categories, areas, openApiDocument, logger } = dependencies;
  const app = api<CitizenEnvironment>(logger, ticketProblem);
  serveForms(app, dependencies);
  serveTracking(app, dependencies);
  serveCitizenActs(app, dependencies);
  app.openapi(listCategories, (c) => c.json({ items: categories.map(({ code, name }) => ({ code, name })) }, 200));
  app.openapi(listAreas, (c) => c.json({ items: areas.map(({ code, name }) => ({ code, name })) }, 200));
  app.get("/openapi.json", (c) => c.json(openApiDocument() as object));
  app.get("/docs", (c) => c.html(docsPage));
  return app;
}
