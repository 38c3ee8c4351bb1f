/** Pixels that the form takes in a column of a shop's page, until it has said how many it does. */
const HEIGHT = 560;

/**
 * What the form in a frame tells the page around it, whichever that is: `{"waybill": "height", "height": 512}`, in pixels, and again
 * when it changes. It says nothing else, and the form works without it. On one
 * line: the page's indentation is taken out, and its policy has the script's hash.
 */
export const HEIGHT_SCRIPT =
  "new ResizeObserver(function(){parent.postMessage({waybill:'height',height:document.documentElement.offsetHeight},'*')}).observe(document.documentElement)";

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
  addEventListener('message', function (event) {
    if (event.source !== frame.contentWindow || !event.data || event.data.waybill !== 'height') return;
    var height = Number(event.data.height);
    if (height > 0 && height < 4000) frame.style.height = Math.ceil(height) + 'px';
  });
  script.parentNode.insertBefore(frame, script);
})();
`;
