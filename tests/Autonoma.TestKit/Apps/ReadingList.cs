using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Autonoma.TestKit.Apps;

/// <summary>
/// A small application over real HTTP: a list of books that can be searched and sorted, a form that adds one, a button that removes one. Each session of a browser has
/// books of its own. It can be broken on purpose.
/// </summary>
public sealed class ReadingList
{
    private static readonly (string Title, int Pages)[] Seed = [("Winter harbour", 320), ("A field of oats", 95), ("Northern lights", 1200), ("The quiet engine", 210)];
    private readonly ConcurrentDictionary<string, List<(string Title, int Pages)>> _books = new(StringComparer.Ordinal);

    private ReadingList(StaticSite site) => Site = site;

    /// <summary>Where it is served.</summary>
    public StaticSite Site { get; }

    /// <summary>What is wrong with it: <c>sort</c>, <c>store</c>, <c>case</c>, <c>remove</c>, <c>check</c>; empty for nothing.</summary>
    public string Broken { get; set; } = "";

    /// <summary>Starts it.</summary>
    public static async Task<ReadingList> StartAsync()
    {
        var app = new ReadingList(await StaticSite.StartAsync());
        app.Site.Add("/", context => PageAsync(context, "Start", "<h1>Reading list</h1><p>What to read next.</p>"));
        app.Site.Add("/about", context => PageAsync(context, "About", "<h1>About this list</h1><p>It was begun in a library.</p>"));
        app.Site.Add("/books", app.BooksAsync);
        app.Site.Add("/books/remove", app.RemoveAsync);
        return app;
    }

    private List<(string Title, int Pages)> Of(HttpContext context)
    {
        var session = context.Request.Cookies["session"];
        if (session is null)
        {
            session = Guid.NewGuid().ToString("N");
            context.Response.Cookies.Append("session", session);
        }

        return _books.GetOrAdd(session, _ => [.. Seed]);
    }

    private async Task BooksAsync(HttpContext context)
    {
        var books = Of(context);
        var (message, added) = ("", ("", 0));
        if (context.Request.Method == "POST")
        {
            var form = await context.Request.ReadFormAsync();
            var title = form["title"].ToString().Trim();
            var isNumber = int.TryParse(form["pages"], CultureInfo.InvariantCulture, out var pages) && pages > 0;
            message = title.Length == 0 && Broken != "check" ? "Give the book a title." : !isNumber ? "Pages is a number above 0." : "";
            if (message.Length == 0)
            {
                added = (title, pages);
                if (Broken != "store")
                {
                    books.Add(added);
                    added = ("", 0);
                }
            }
        }

        var query = context.Request.Query["q"].ToString();
        var comparison = Broken == "case" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var shown = books.Concat(added.Item2 > 0 ? [added] : []).Where(book => book.Title.Contains(query, comparison));
        shown = context.Request.Query["sort"] == "pages" ? Broken == "sort" ? shown.OrderBy(book => book.Pages.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal) : shown.OrderBy(book => book.Pages) : shown;
        var rows = string.Concat(shown.Select(book => $"<tr><td>{WebUtility.HtmlEncode(book.Title)}</td><td>{book.Pages}</td><td><button type=\"button\" onclick=\"drop(this)\" data-title=\"{WebUtility.HtmlEncode(book.Title)}\" aria-label=\"Remove {WebUtility.HtmlEncode(book.Title)}\">×</button></td></tr>"));
        await PageAsync(context, "Books", $$"""
            <h1>Books</h1>
            <form role="search"><label>Search titles <input type="search" name="q" value="{{WebUtility.HtmlEncode(query)}}"></label> <button>Search</button></form>
            <table><thead><tr><th>Title</th><th><a href="?sort=pages">Pages</a></th><th>Actions</th></tr></thead><tbody>{{rows}}</tbody></table>
            <p>{{shown.Count()}} books on the list</p>
            <h2>Add a book</h2>
            <form method="post" action="/books">
              <p><label>Title <input name="title" aria-describedby="wrong"></label></p><p><label>Number of pages <input name="pages" inputmode="numeric"></label></p>
              <p id="wrong">{{(message.Length > 0 ? $"<span role=\"alert\">{message}</span>" : "")}}</p><button>Add to the list</button>
            </form>
            <script>async function drop(b) { if (!confirm('Remove ' + b.dataset.title + '?')) return; await fetch('/books/remove?title=' + encodeURIComponent(b.dataset.title), {method: 'POST'}); location.href = '/books'; }</script>
            """);
    }

    private Task RemoveAsync(HttpContext context)
    {
        var books = Of(context);
        if (Broken != "remove")
            books.RemoveAll(book => book.Title == context.Request.Query["title"]);
        return context.Response.WriteAsync("done");
    }

    private static Task PageAsync(HttpContext context, string title, string body)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><nav><a href=\"/\">Start</a> <a href=\"/books\">Books</a> <a href=\"/about\">About</a></nav><main>{body}</main></body></html>");
    }
}
