import { LeadterraError } from '@leadterra/shared';

/**
 * What a search found, or an empty list for an ID that Leadterra does not know: Zapier takes that for "not found" and
 * lets the user choose how the Zap goes on. Other errors pass through.
 */
export async function noneIfUnknown<Found>(find: () => Promise<Found>): Promise<Found[]> {
  try {
    return [await find()];
  } catch (error) {
    if (error instanceof LeadterraError && error.kind === 'not_found') return [];
    throw error;
  }
}
