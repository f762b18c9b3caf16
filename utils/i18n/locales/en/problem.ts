export const problem = {
  AccessError:
    'Reading was not accepted yet, or you are signed out. Accept on the welcome page first, then sign in to Partner Center again.',
  FullError:
    'Storage is full: new data was not written, what was stored is unchanged. Clear data in the options or free disk space, then try again.',
  NewerDataError:
    'The data was written by a newer Partner Lens and this version cannot open it. Update the extension; the data is unchanged.',
  UnreachableError:
    'The background part did not answer. Try again; if that does not help, reload the extension and then the Partner Center page.',
  other: 'That did not work. Try again; if it still fails, close this page and open it again.',
  title: 'Something went wrong',
}
