import { type Definition } from './definition.ts';
import { type Rule } from './rule.ts';
import { c001 } from './rules/c001-steps-kept.ts';
import { c002 } from './rules/c002-input-keys-kept.ts';
import { c003 } from './rules/c003-sample-keys-kept.ts';
import { d001 } from './rules/d001-no-credentials-in-steps.ts';
import { d002 } from './rules/d002-auth-help-links.ts';
import { d003 } from './rules/d003-connection-label.ts';
import { d004 } from './rules/d004-id-fields-have-dropdowns.ts';
import { d005 } from './rules/d005-dropdown-triggers-exist.ts';
import { d006 } from './rules/d006-hooks-have-samples.ts';
import { d007 } from './rules/d007-https-only.ts';
import { d008 } from './rules/d008-markdown-links.ts';
import { d009 } from './rules/d009-searches-have-fields.ts';
import { d010 } from './rules/d010-polling-samples-have-keys.ts';
import { d011 } from './rules/d011-help-says-more-than-label.ts';
import { d012 } from './rules/d012-samples.ts';
import { d013 } from './rules/d013-search-connectors-exist.ts';
import { d014 } from './rules/d014-search-connectors-have-dropdowns.ts';
import { d015 } from './rules/d015-search-or-create-steps-exist.ts';
import { d016 } from './rules/d016-not-only-static-hooks.ts';
import { d017 } from './rules/d017-no-static-hooks.ts';
import { d018 } from './rules/d018-title-case.ts';
import { d021 } from './rules/d021-trigger-descriptions.ts';
import { d022 } from './rules/d022-creates-have-static-fields.ts';
import { d023 } from './rules/d023-iso-dates.ts';
import { d024 } from './rules/d024-samples-match-output-fields.ts';
import { d025 } from './rules/d025-no-dangerous-links.ts';
import { d026 } from './rules/d026-no-user-domains.ts';
import { d027 } from './rules/d027-current-core.ts';
import { d028 } from './rules/d028-clean-input-data.ts';
import { r001 } from './rules/r001-no-new-required-inputs.ts';
import { r002 } from './rules/r002-authentication-kept.ts';
import { r003 } from './rules/r003-choices-kept.ts';
import { r004 } from './rules/r004-output-keys-kept.ts';
import { r005 } from './rules/r005-input-types-kept.ts';
import { r006 } from './rules/r006-instant-triggers-kept.ts';

/**
 * Zapier's publishing checks, as far as a definition alone can answer them, in the order of their IDs. They run on
 * zapier.com and are in no package: these follow their published descriptions. The last ones, R001 on, are ours: they hold
 * an app against the released one by what else Zapier's documentation calls a breaking change.
 * @param newestCore the newest version of zapier-platform-core
 * @param released the definition that users' Zaps were built with
 */
export function allRules({ newestCore, released }: { newestCore: string; released: Definition }): Rule[] {
  return [
    c001(released),
    c002(released),
    c003(released),
    d001,
    d002,
    d003,
    d004,
    d005,
    d006,
    d007,
    d008,
    d009,
    d010,
    d011,
    d012,
    d013,
    d014,
    d015,
    d016,
    d017,
    d018,
    d021,
    d022,
    d023,
    d024,
    d025,
    d026,
    d027(newestCore),
    d028,
    r001(released),
    r002(released),
    r003(released),
    r004(released),
    r005(released),
    r006(released),
  ];
}
