using System.Net;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>Pages and tests whose code has to go where plain code does not: into frames and shadow trees, and across the page with something in its hand.</summary>
internal static class ExportedPages
{
    private const string Bank = """<!doctype html><button onclick="out.textContent = 'Confirmed by the bank'">Confirm</button><p id=out></p>""";

    private static readonly string Card = $"""
        <!doctype html><main>
          <label>Card number <input id=card onkeydown="if (event.key === 'Enter') said.textContent = 'Entered ' + card.value"></label> <label>Name <input></label>
          <label><input type=checkbox onchange="kept.textContent = this.checked ? 'Card is kept' : ''"> Keep this card</label>
          <p id=said>Nothing was said</p><p id=kept></p>
          <iframe name=bank width=500 height=140 srcdoc="{WebUtility.HtmlEncode(Bank)}"></iframe>
        </main>
        """;

    // One frame in another, and in both documents a field of the same name.
    private static readonly string Frames = $"""
        <!doctype html><html lang="en"><title>Checkout</title><main><h1>Checkout</h1>
        <label>Name <input></label>
        <iframe title="Card details" width="700" height="420" srcdoc="{WebUtility.HtmlEncode(Card)}"></iframe>
        <button onclick="done.textContent = 'Thank you, come again'">Pay</button><p id="done"></p></main></html>
        """;

    // A label and a name through a slot, a root in a root, and a card that is no custom element.
    private const string Shadow = """
        <!doctype html><html lang="en"><title>Settings</title><main><h1>Settings</h1>
        <settings-panel><span slot="title">Notifications</span></settings-panel><p id="out"></p></main>
        <script>
          customElements.define('plain-button', class extends HTMLElement {
            connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<button type="button"><slot></slot></button>'; }
          });
          customElements.define('settings-panel', class extends HTMLElement {
            connectedCallback() {
              const root = this.attachShadow({ mode: 'open' });
              root.innerHTML = `<h2><slot name="title"></slot></h2><label for="mail">E-mail</label><input id="mail"><label><input type="checkbox"> Weekly letter</label>
                <label>Pace <select><option>Slow</option><option>Quick</option></select></label>
                <ul><li>Oslo <button type="button">Remove</button></li><li>Bergen <button type="button">Remove</button></li></ul>
                <plain-button>Save changes</plain-button><plain-button>Cancel</plain-button><p class="state">Nothing saved</p>`;
              const state = root.querySelector('.state');
              root.querySelectorAll('plain-button')[0].onclick = () => state.textContent = `Saved ${root.querySelector('#mail').value}, ${root.querySelector('select').value}, ${root.querySelector('[type=checkbox]').checked ? 'weekly' : 'never'}`;
              root.querySelectorAll('plain-button')[1].onclick = () => state.textContent = 'Cancelled';
              root.querySelectorAll('li button').forEach(button => button.onclick = () => button.parentElement.remove());
            }
          });
        </script></html>
        """;

    // A tree that follows the pointer, as libraries have it, and a list by the drag of the browser that asks for the upper or the lower half.
    private const string Dragged = """
        <!doctype html><html lang="en"><title>Order</title><style>li { padding: 9px } [role=treeitem] { cursor: grab }</style><main><h1>Order</h1>
        <ul role="tree" aria-label="Categories"><li role="treeitem" data-name="Kitchen">Kitchen</li><li role="treeitem" data-name="Garden">Garden</li><li role="treeitem" data-name="Office">Office</li></ul>
        <p id="order"></p>
        <ol aria-label="Songs"><li draggable="true">Prelude</li><li draggable="true">Waltz</li><li draggable="true">March</li></ol><p id="songs"></p></main>
        <script>
          const tree = document.querySelector('[role=tree]'), list = document.querySelector('ol');
          tree.addEventListener('pointerdown', down => {
            const item = down.target.closest('li'); if (!item) return;
            down.preventDefault();
            const move = at => { const over = document.elementFromPoint(at.clientX, at.clientY)?.closest('li'); if (over && over !== item && over.parentElement === tree) [...tree.children].indexOf(over) < [...tree.children].indexOf(item) ? over.before(item) : over.after(item); };
            addEventListener('pointermove', move);
            addEventListener('pointerup', () => { removeEventListener('pointermove', move); order.textContent = 'Order: ' + [...tree.children].map(li => li.dataset.name).join(', '); }, { once: true });
          });
          let held;
          list.addEventListener('dragstart', e => held = e.target);
          list.addEventListener('dragover', e => { if (e.target.closest('li')) e.preventDefault(); });
          list.addEventListener('drop', e => {
            e.preventDefault();
            const over = e.target.closest('li'), box = over.getBoundingClientRect();
            e.clientY < box.top + box.height / 2 ? over.before(held) : over.after(held);
            songs.textContent = 'Songs: ' + [...list.children].map(li => li.textContent).join(', ');
          });
        </script></html>
        """;

    // What is saved takes a moment, and is lost by whoever reloads before.
    private const string Slow = """
        <!doctype html><html lang="en"><title>Notes</title><main><h1>Notes</h1><label>Note <input></label>
        <button onclick="fetch('/takes-a-moment').then(() => { sessionStorage.note = document.querySelector('input').value; said.textContent = 'The note is kept'; })">Keep</button>
        <p id="said"></p><p id="kept"></p></main><script>kept.textContent = sessionStorage.note ? 'Kept: ' + sessionStorage.note : 'Nothing is kept'; delete sessionStorage.note;</script></html>
        """;

    private const string Keys = """
        <!doctype html><html lang="en"><title>Editor</title><main><h1>Editor</h1><label>Text <input value="old" onkeydown="if (event.key === 'Enter') said.textContent = 'Sent ' + this.value"></label><p id="said"></p><p id="chord"></p></main>
        <script>addEventListener('keydown', e => { if (e.ctrlKey && e.shiftKey && e.key.toLowerCase() === 'k') chord.textContent = 'Palette open'; if (e.key === 'Escape') chord.textContent = 'Palette closed'; })</script></html>
        """;

    public static IReadOnlyDictionary<string, (string Html, string[] Steps)> All { get; } = new Dictionary<string, (string, string[])>
    {
        ["Frames"] = (Frames,
        [
            "Type \"4111\" into \"Card number\"",
            "Press Enter",
            "Verify that \"Entered 4111\" is displayed",
            "Check \"Keep this card\"",
            "Verify that \"Card is kept\" is displayed",
            "Click \"Confirm\"",
            "Verify that \"Confirmed by the bank\" is displayed",
            "Verify that \"Nothing was said\" is not displayed",
            "Click \"Pay\"",
            "Verify that \"Thank you, come again\" is displayed",
            "Verify that the \"Card number\" field contains \"4111\"",
            "Verify that the heading is \"Checkout\"",
        ]),
        ["Shadow"] = (Shadow,
        [
            "Type \"mira@shop.test\" into \"E-mail\"",
            "Verify that the \"E-mail\" field contains \"mira@shop.test\"",
            "Check \"Weekly letter\"",
            "Verify that the \"Weekly letter\" checkbox is checked",
            "Select \"Quick\" from \"Pace\"",
            "Click \"Remove\" in the row of Oslo",
            "Verify that \"Oslo\" is no longer displayed",
            "Click \"Save changes\"",
            "Verify that \"Saved mira@shop.test, Quick, weekly\" is displayed",
            "Verify that \"Cancelled\" is not displayed",
        ]),
        ["Dragged"] = (Dragged,
        [
            "Drag Office onto Kitchen",
            "Verify that \"Order: Office, Kitchen, Garden\" is displayed",
            "Drag \"March\" above \"Waltz\"",
            "Verify that \"Songs: Prelude, March, Waltz\" is displayed",
            "Drag \"Prelude\" below \"Waltz\"",
            "Verify that \"Songs: March, Waltz, Prelude\" is displayed",
        ]),
        ["Slow"] = (Slow,
        [
            "Type \"milk\" into \"Note\"",
            "Click \"Keep\"",
            "Reload the page",
            "Verify that \"Kept: milk\" is displayed",
        ]),
        ["Keys"] = (Keys,
        [
            "Press Control+Shift+K",
            "Verify that \"Palette open\" is displayed",
            "Press Escape",
            "Verify that \"Palette closed\" is displayed",
            "Type \"new\" into \"Text\"",
            "Press Enter in the \"Text\" field",
            "Verify that \"Sent new\" is displayed",
        ]),
        ["Office"] = (OfficePage.Html,
        [
            "Type \"mira@shop.test\" into \"E-mail\"",
            "Click \"Save\"",
            "Verify that \"Changes saved for mira@shop.test\" is displayed",
            "Click \"Delete\" in the row of Bob",
            "Verify that \"Bob was deleted\" is displayed",
            "Verify that 2 rows are listed",
        ]),
    };
}
