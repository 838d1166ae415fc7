import { advanceClock } from './advance-clock';
import { answerMessage, bounceMessage } from './come-back';
import { listFaults, setFaults } from './faults';
import { listDeliveries, listEnrollments, listLeads, listMessages, listRequests } from './lists';
import { reset } from './reset';
import { type Route } from './route';
import { state } from './state';

/** The sandbox's own endpoints under /_sandbox. */
export const adminRoutes: Route[] = [
  state,
  listLeads,
  listEnrollments,
  listMessages,
  listDeliveries,
  listRequests,
  listFaults,
  setFaults,
  reset,
  advanceClock,
  bounceMessage,
  answerMessage,
];
