import { checkCopy } from '@leadterra/shared';

describe('checkCopy', () => {
  test('lists the tokens of all steps, and says of each that is no field of a lead what may be wrong', () => {
    const steps = [
      { subject: 'Hi [[firstName]]', bodyHtml: '<p>{{useCase}} at {{company}}</p>' },
      { subject: '{{Vorname}}', bodyHtml: '{{first_name}} [[useCase]]' },
    ];
    expect(checkCopy(steps)).toEqual({
      tokens: ['firstName', 'useCase', 'company', 'Vorname', 'first_name'],
      warnings: [
        '{{useCase}} stays blank for leads that are enrolled without a custom field "useCase".',
        'No lead has a field "Vorname": did you mean {{firstName}}?',
        'No lead has a field "first_name": did you mean {{firstName}}?',
      ],
    });
  });

  test('reads no token that only two texts together would hold', () => {
    const steps = [
      { subject: '{{first', bodyHtml: 'Name}} [' },
      { subject: '[company]]', bodyHtml: '' },
    ];
    expect(checkCopy(steps)).toEqual({ tokens: [], warnings: [] });
  });
});
