export const problem = {
  AccessError:
    'Reading was not accepted yet, or you are signed out. Accept on the welcome page first, then sign in to Partner Center again.',
  BlockedError:
    'Another Partner Lens window still runs an older version and holds the data. Close or reload the other windows (panel, dashboard, options): this one then goes on by itself. Nothing is changed.',
  FullError:
    'Storage is full: new data was not written, what was stored is unchanged. Clear data in the options or free disk space, then try again.',
  NewerDataError:
    'The data was written by a newer Partner Lens and this version cannot open it. Update the extension; the data is unchanged.',
  SlowStartError:
    'The stored data has not opened within ten seconds. It is tried again by itself; if it stays so, close the other Partner Lens windows and restart the browser. Nothing is changed.',
  UnreachableError:
    'The background part did not answer. Try again; if that does not help, reload the extension and then the Partner Center page.',
  other: 'That did not work. Try again; if it still fails, close this page and open it again.',
  title: 'Something went wrong',
}
