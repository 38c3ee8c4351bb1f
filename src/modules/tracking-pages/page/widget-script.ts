/** Pixels: what the form takes in a column of a shop's page. */
const HEIGHT = 560;

/** The script of `widget.js`: it puts the form where it stands, in a frame that reads nothing of the shop's page. */
export const widgetScript = (publicUrl: string): string => `(function () {
  var script = document.currentScript;
  var page = script && script.getAttribute('data-page');
  if (!page) return;
  var frame = document.createElement('iframe');
  frame.src = ${JSON.stringify(`${publicUrl}/public/tracking_pages/`)} + encodeURIComponent(page) + '/widget'
    + (script.getAttribute('data-lang') ? '?lang=' + encodeURIComponent(script.getAttribute('data-lang')) : '');
  frame.title = script.getAttribute('data-title') || 'Find my parcel';
  frame.loading = 'lazy';
  frame.style.cssText = 'width:100%;max-width:44rem;height:${HEIGHT}px;border:0';
  script.parentNode.insertBefore(frame, script);
})();
`;
