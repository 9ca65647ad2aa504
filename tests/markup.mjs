// markup.mjs - what the HTML standard says about a page's text.
import { createRequire } from 'node:module';

const { HtmlValidate, StaticConfigLoader } = createRequire(import.meta.url)('html-validate');
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'], elements: ['html5'] }));

export async function markupFaults(html) {
	const report = await validator.validateString(html);
	return report.results.flatMap((r) => r.messages.filter((m) => m.severity === 2).map((m) => `${m.ruleId} in line ${m.line}: ${m.message}`));
}
