import { type Preset } from '../preset';

export const calendly = {
  source: 'calendly',
  label: 'Calendly',
  shapes: [
    {
      name: 'Invitee',
      keys: ['scheduled_event', 'cancel_url', 'questions_and_answers'],
      matches: (record) => 'email' in record && ('name' in record || 'first_name' in record),
      // The host stands in the event.
      fields: {
        email: ['email'],
        firstName: ['first_name'],
        lastName: ['last_name'],
        fullName: ['name'],
        company: ['questions_and_answers[question=Company].answer'],
      },
    },
    {
      name: 'Row of the export of events',
      keys: ['Invitee Email'],
      matches: (record) => 'Event Type Name' in record || 'User Email' in record,
      columnsIn: '',
      fields: {
        email: ['Invitee Email'],
        firstName: ['Invitee First Name'],
        lastName: ['Invitee Last Name'],
        fullName: ['Invitee Name'],
      },
      // That somebody who booked a call did not tick the box for the newsletter is no opt-out.
      knows: ['Invitee accepted marketing'],
    },
  ],
} as const satisfies Preset;
