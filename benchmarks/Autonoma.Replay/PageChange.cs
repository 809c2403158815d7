using System.Text.RegularExpressions;

namespace Autonoma.Replay;

/// <summary>A change of every page of an app, as a release would bring it.</summary>
/// <param name="Name">What changed.</param>
/// <param name="Rewrite">From the page as it is to the page as it would be.</param>
/// <param name="Test">For a harmful change: a test of the sample suite that must notice it.</param>
public sealed partial record PageChange(string Name, Func<string, string> Rewrite, string? Test = null)
{
    /// <summary>Changes that nobody would call a regression.</summary>
    public static IReadOnlyList<PageChange> Harmless { get; } =
    [
        new("a banner above", html => AtStart(html, "<div class=\"zz-promo\">Free delivery this week only. <a href=\"/info/delivery-terms\">Terms</a></div>")),
        new("a line below the footer", html => AtEnd(html, "<div>Made with care in Leiden since 1911</div>")),
        new("other class names besides", html => Class().Replace(html, "class=\"zz-a $1 zz-b\"")),
        new("a wrapper around the main part", html => html.Replace("<main", "<div class=\"zz-w\"><main").Replace("</main>", "</main></div>")),
        new("a wrapper inside the main part", html => MainPart().Replace(html, "$0<div class=\"zz-inner\">").Replace("</main>", "</div></main>")),
        new("a wrapper around each table", html => html.Replace("<table", "<div style=\"overflow:auto\"><table").Replace("</table>", "</table></div>")),
        new("the text of each button in a span", html => Button().Replace(html, "$1<span>$2</span></button>")),
        new("another font", html => Style(html, "* { font-family: Georgia, serif !important }")),
        new("bigger text", html => Style(html, "html { font-size: 112% }")),
        new("other colours", html => Style(html, "body { background: #fdf6e3 !important; color: #073642 !important } button { background: #268bd2 !important }")),
        new("more room", html => Style(html, "button, a, input, select, td { padding: 6px 10px !important; margin: 2px !important }")),
        new("everything further to the right", html => Style(html, "body { margin-left: 60px !important }")),
        new("everything further down", html => AtStart(html, "<div style=\"height:90px\" aria-hidden=\"true\"></div>")),
        new("square corners and thick borders", html => Style(html, "* { border-radius: 0 !important } button, input { border: 3px solid #333 !important }")),
        new("test ids on every button", html => html.Replace("<button", "<button data-testid=\"zz-button\"")),
        new("data attributes on every link", html => html.Replace("<a ", "<a data-track=\"zz\" rel=\"noopener\" ")),
        new("an icon in the heading", html => Heading().Replace(html, "$1<svg width=\"12\" height=\"12\" aria-hidden=\"true\"><circle cx=\"6\" cy=\"6\" r=\"5\"></circle></svg> ")),
        new("a bubble for a chat in the corner", html => AtEnd(html, "<aside style=\"position:fixed;right:8px;bottom:8px;width:34px;height:34px\"><button type=\"button\" style=\"width:34px;height:34px\" aria-label=\"Talk to us\">?</button></aside>")),
        new("a template and a hidden copy", html => AtEnd(html, "<template><button>Sign in</button></template><div style=\"display:none\"><button>Add to cart</button><h1>Dashboard</h1></div>")),
        new("other meta data, comments and blank lines", html => html.Replace("<head>", "<head><meta name=\"generator\" content=\"zz 7.2\"><!-- build 4711 -->").Replace("\n", "\n\n")),
    ];

    /// <summary>Changes that a test is there for, each with one that must fail.</summary>
    public static IReadOnlyList<PageChange> Harmful { get; } =
    [
        new("all buttons are disabled", html => html.Replace("<button", "<button disabled"), "login/sign-in.md"),
        new("the button is hidden", html => Style(html, "form button { display: none !important }"), "login/sign-in.md"),
        new("the button is invisible", html => Style(html, "form button { visibility: hidden !important }"), "login/sign-in.md"),
        new("something covers the page", html => AtEnd(html, "<div style=\"position:fixed;inset:0;z-index:9999;background:#fff\">One moment, please</div>"), "login/sign-in.md"),
        new("the button is called otherwise", html => html.Replace(">Sign in</button>", ">Proceed</button>"), "login/sign-in.md"),
        new("the button is there twice", html => SignIn().Replace(html, "$0$0"), "login/sign-in.md"),
        new("the button is a link", html => SignIn().Replace(html, "<a href=\"/login\">Sign in</a>"), "login/sign-in.md"),
        new("the button stands in the footer", html => SignIn().Replace(html, "").Replace("</body>", "<footer><button>Sign in</button></footer></body>"), "login/sign-in.md"),
        new("the form is sent nowhere", html => AtEnd(html, "<script>document.addEventListener('submit', e => { e.preventDefault(); e.stopImmediatePropagation() }, true)</script>"), "login/sign-in.md"),
        new("the fields have each other's labels", html => html.Replace(">Email<", ">\u0001<").Replace(">Password<", ">Email<").Replace(">\u0001<", ">Password<"), "login/sign-in.md"),
        new("the heading reads otherwise, the footer has the phrase", html => html.Replace(">Dashboard</h1>", ">Overview</h1>").Replace("</body>", "<footer>Dashboard</footer></body>"), "login/sign-in.md"),
        new("the page is empty", _ => "<!doctype html><title>Shop</title><body></body>", "login/sign-in.md"),
        new("the page is that of an error", _ => "<!doctype html><title>500</title><main><h1>Something went wrong</h1><p>Try again later.</p></main>", "catalogue/search-narrows-the-catalogue.md"),
        new("nothing runs in the page", html => Script().Replace(html, ""), "cart/removing-and-emptying.md"),
        new("the lines of the table are gone", html => Style(html, "tbody tr { display: none !important }"), "cart/removing-and-emptying.md"),
        new("the button in the row is gone", html => Style(html, "td button.icon { display: none !important }"), "cart/removing-and-emptying.md"),
        new("the link to the cart is gone", html => html.Replace("href=\"/cart\"", "data-was=\"/cart\" hidden"), "cart/removing-and-emptying.md"),
        new("nobody hears the clicks", html => AtEnd(html, "<script>window.addEventListener('click', e => { e.preventDefault(); e.stopImmediatePropagation() }, true)</script>"), "cart/removing-and-emptying.md"),
        new("the search field is read-only", html => html.Replace("<input", "<input readonly"), "catalogue/search-narrows-the-catalogue.md"),
        new("the search field is gone", html => Style(html, "input { display: none !important }"), "catalogue/search-narrows-the-catalogue.md"),
    ];

    private static string AtStart(string html, string markup) => Body().Replace(html, "$0" + markup, 1);

    private static string AtEnd(string html, string markup) => html.Replace("</body>", markup + "</body>");

    private static string Style(string html, string rules) => html.Replace("</head>", $"<style>{rules}</style></head>");

    [GeneratedRegex("<body[^>]*>")]
    private static partial Regex Body();

    [GeneratedRegex("<main[^>]*>")]
    private static partial Regex MainPart();

    [GeneratedRegex("class=\"([^\"]*)\"")]
    private static partial Regex Class();

    [GeneratedRegex("(<button[^>]*>)([^<]*)</button>")]
    private static partial Regex Button();

    [GeneratedRegex("(<h[12][^>]*>)")]
    private static partial Regex Heading();

    [GeneratedRegex("<button[^>]*>Sign in</button>")]
    private static partial Regex SignIn();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
