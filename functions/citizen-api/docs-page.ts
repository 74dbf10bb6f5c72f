/** /docs: the OpenAPI document as a page to read. Self-contained, since offices sit behind closed networks. */
export const docsPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>hotline1022 API</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
details{border:1px solid #ccc;border-radius:.4rem;margin:.4rem 0;padding:.4rem .8rem}
summary{cursor:pointer;font-weight:600}code,pre{font:13px/1.4 ui-monospace,monospace}
pre{background:#f5f5f5;padding:.8rem;overflow:auto;border-radius:.3rem}
.m{display:inline-block;min-width:3.5rem;text-transform:uppercase;color:#fff;background:#0b5;border-radius:.2rem;padding:0 .4rem;text-align:center;margin-right:.5rem}
.post{background:#06c}.patch{background:#a60}
</style></head><body><h1>hotline1022 API</h1>
<p>The document itself: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p><main id="list">Loading…</main>
<script>
const show = (value) => JSON.stringify(value, null, 2);
const element = (tag, text, name) => Object.assign(document.createElement(tag), { textContent: text, className: name || "" });
fetch("/openapi.json").then((answer) => answer.json()).then((document_) => {
  const list = document.getElementById("list");
  list.textContent = "";
  for (const [path, methods] of Object.entries(document_.paths)) for (const [method, operation] of Object.entries(methods)) {
    const box = document.createElement("details"), head = document.createElement("summary");
    head.append(element("span", method, "m " + method), element("code", path), " " + (operation.summary || ""));
    box.append(head);
    for (const [title, part] of [["Parameters", operation.parameters], ["Body", operation.requestBody], ["Answers", operation.responses]])
      if (part) box.append(element("h3", title), element("pre", show(part)));
    list.append(box);
  }
});
</script></body></html>`;
