// The form for a return: looking changes nothing, a request is taken once, complete, and shown as text.
import { describe, expect, it } from 'vitest';
import { aSite, multipart, TOKEN, UNKNOWN } from '../../support/public-site.ts';

describe('the page for a return', () => {
  it('fills in the order that the mail was about, as text, and takes nothing by being looked at', async () => {
    const site = aSite();

    const page = await site.ask('GET', `/r/${TOKEN}?order=%23104%22%3E%3Cscript%3E`);

    expect(page.status).toBe(200);
    expect(page.body).toContain('value="#104&quot;&gt;&lt;script&gt;"');
    expect(page.body).not.toContain('<script>');
    expect(site.returns).toEqual([]);
  });

  it('takes a request once, and says so', async () => {
    const site = aSite();
    const body = multipart('order=%231042&reason=damaged&note=A+crack%0D%0Ahere');

    const type = 'multipart/form-data; boundary=X';
    const first = await site.ask('POST', `/r/${TOKEN}`, body, type);
    const second = await site.ask('POST', `/r/${TOKEN}`, body, type);

    expect(site.returns[0]).toEqual({
      orderNumber: '#1042',
      reason: 'damaged',
      note: 'A crack\nhere',
    });
    expect(first.body).toContain('Your request is with our team');
    expect(second.body).toContain('already');
  });

  it.each([
    ['order=%231042', 'Please choose what is wrong.'],
    ['order=%231042&reason=lawsuit', 'Please choose what is wrong.'],
    ['order=%239&reason=damaged&note=Hello', 'do not find this number'],
    [`reason=other&note=${'x'.repeat(2_001)}`, '2000 characters'],
  ])('gives %j back as it was filled in, with what is wrong', async (body, problem) => {
    const site = aSite();

    const page = await site.ask('POST', `/r/${TOKEN}`, body);

    expect(page.status).toBe(422);
    expect(page.body).toContain(problem);
    expect(site.returns).toEqual([]);
  });

  it('knows no other links, and speaks the customer’s language', async () => {
    expect((await aSite().ask('GET', `/r/${UNKNOWN}`)).status).toBe(404);
    expect((await aSite().ask('POST', `/r/${UNKNOWN}`, 'reason=other')).status).toBe(404);
    const page = await aSite({ language: 'de' }).ask('GET', `/r/${TOKEN}`);
    expect(page.body).toContain('Rücksendung anfragen');
  });
});
