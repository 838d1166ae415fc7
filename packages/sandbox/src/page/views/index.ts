import { type View } from '../view';
import { campaignView } from './campaign';
import { campaignsView } from './campaigns';
import { deliveryView } from './delivery';
import { leadView } from './lead';
import { messageView } from './message';
import { repliesView } from './replies';
import { requestsView } from './requests';
import { suppressionsView } from './suppressions';
import { webhooksView } from './webhooks';

/** The pages for people; a new one is one file and one line here. */
export const views: View[] = [
  campaignsView,
  campaignView,
  leadView,
  messageView,
  repliesView,
  suppressionsView,
  webhooksView,
  deliveryView,
  requestsView,
];
