namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>A page with a form, a table and a message, and versions of it.</summary>
internal static class OfficePage
{
    public const string Html = """
        <!doctype html><html lang="en"><head><title>Customers</title></head><body>
        <header class="top"><a href="#home">Home</a> <nav><a href="#orders">Orders</a></nav></header>
        <main>
          <h1>Customer details</h1>
          <form aria-label="Details" onsubmit="return false">
            <div class="f"><label for="email">E-mail</label><input id="email" name="email" type="email"></div>
            <div class="f"><label for="note">Note</label><input id="note" name="note"></div>
            <button id="save" type="button" class="b" onclick="say('Changes saved for ' + email.value)">Save</button>
            <button id="cancel" type="button" class="b" onclick="say('Nothing changed')">Cancel</button>
          </form>
          <h2>People</h2>
          <table>
            <thead><tr><th>Name</th><th>City</th><th></th></tr></thead>
            <tbody>
              <tr><td>Alice</td><td>Lyon</td><td><button class="r" onclick="drop(this)">Delete</button> <button class="r" onclick="open_(this)">Open</button></td></tr>
              <tr><td>Bob</td><td>Porto</td><td><button class="r" onclick="drop(this)">Delete</button> <button class="r" onclick="open_(this)">Open</button></td></tr>
              <tr><td>Carol</td><td>Graz</td><td><button class="r" onclick="drop(this)">Delete</button> <button class="r" onclick="open_(this)">Open</button></td></tr>
            </tbody>
          </table>
          <p id="out" role="status"></p>
        </main>
        <footer><a href="#legal">Legal notice</a></footer>
        <script>
          function say(text) { out.textContent = text; }
          function nameOf(b) { return b.closest('tr').cells[0].textContent; }
          function drop(b) { const name = nameOf(b); b.closest('tr').remove(); say(name + ' was deleted'); }
          function open_(b) { say(nameOf(b) + ' is open'); }
        </script>
        </body></html>
        """;

    /// <summary>The page with one thing replaced; what is replaced must be there.</summary>
    public static string With(params IReadOnlyList<(string Old, string New)> changes)
    {
        var html = Html;
        foreach (var (old, replacement) in changes)
        {
            if (!html.Contains(old, StringComparison.Ordinal))
                throw new ArgumentException($"The page has no '{old}'.", nameof(changes));
            html = html.Replace(old, replacement, StringComparison.Ordinal);
        }

        return html;
    }

    public const string Alice = """<tr><td>Alice</td><td>Lyon</td><td><button class="r" onclick="drop(this)">Delete</button> <button class="r" onclick="open_(this)">Open</button></td></tr>""";
    public const string Bob = """<tr><td>Bob</td><td>Porto</td><td><button class="r" onclick="drop(this)">Delete</button> <button class="r" onclick="open_(this)">Open</button></td></tr>""";
    public const string Save = """<button id="save" type="button" class="b" onclick="say('Changes saved for ' + email.value)">Save</button>""";
    public const string Email = """<div class="f"><label for="email">E-mail</label><input id="email" name="email" type="email"></div>""";
    public const string Note = """<div class="f"><label for="note">Note</label><input id="note" name="note"></div>""";
}
