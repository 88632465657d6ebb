
'use strict';
for (const box of document.querySelectorAll('.copy')) {
  const code = box.querySelector('code');
  const what = box.querySelector('pre').getAttribute('aria-label');
  const button = document.createElement('button');
  const say = (text, sentence) => {
    button.textContent = text;
    document.getElementById('said').textContent = sentence;
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  };
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy: ${what}`);
  button.addEventListener('click', async () => {
    try {
      // Absent on a page that came without TLS.
      await navigator.clipboard.writeText(code.textContent);
      say('Copied', `${what} copied`);
    } catch {
      getSelection().selectAllChildren(code);
      say('Selected', `${what} selected`);
    }
  });
  box.append(button);
}
