using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Observing;

/// <summary>Accessible names; the cases follow the order of the accname specification.</summary>
public sealed class NameTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("<b id='a'>Due</b><i id='b'>date</i><input id='x' aria-labelledby='a b' aria-label='No'>", "Due date", NameSource.AriaLabelledBy)]
    [InlineData("<p id='a' hidden>Hidden words</p><input id='x' aria-labelledby='a'>", "Hidden words", NameSource.AriaLabelledBy)]
    [InlineData("<button id='x' aria-label='Close'>×</button>", "Close", NameSource.AriaLabel)]
    [InlineData("<label for='x'>First name *</label><input id='x' placeholder='Ann'>", "First name *", NameSource.Label)]
    [InlineData("<label>Size <select id='x'><option>Small<option>Large</select></label>", "Size", NameSource.Label)]
    [InlineData("<label>Notes <textarea id='x'>Ring twice</textarea></label>", "Notes", NameSource.Label)]
    [InlineData("<label><input id='x' type='checkbox'> Remind me <input type='text' value='3' aria-label='days'> days before</label>", "Remind me days days before", NameSource.Label)]
    [InlineData("<button id='x'><svg width='16' height='16'><title>Download</title><path d='M0 0h9v9z'/></svg></button>", "Download", NameSource.SvgTitle)]
    [InlineData("<button id='x'><img src='data:,' alt='Print'> receipt</button>", "Print receipt", NameSource.Content)]
    [InlineData("<a id='x' href='#'><span>Open</span><span> order</span></a>", "Open order", NameSource.Content)]
    [InlineData("<button id='x'>Add<div>to cart</div></button>", "Add to cart", NameSource.Content)]
    [InlineData("<button id='x'><span aria-hidden='true'>+</span> Add</button>", "Add", NameSource.Content)]
    [InlineData("<input id='x' type='submit'>", "Submit", NameSource.Value)]
    [InlineData("<input id='x' type='button' value='Go on'>", "Go on", NameSource.Value)]
    [InlineData("<img id='x' src='data:,' alt='Company logo' width='9' height='9'>", "Company logo", NameSource.Alt)]
    [InlineData("<button id='x' title='Archive'></button>", "Archive", NameSource.Title)]
    [InlineData("<input id='x' placeholder='Search orders'>", "Search orders", NameSource.Placeholder)]
    [InlineData("<fieldset id='x'><legend>Delivery</legend><input></fieldset>", "Delivery", NameSource.Label)]
    [InlineData("<table id='x'><caption>Stock</caption><tr><td>1</table>", "Stock", NameSource.Label)]
    [InlineData("<div id='x' role='button'>Pay <b>now</b></div>", "Pay now", NameSource.Content)]
    [InlineData("<style>#x::after{content:' (new)'}</style><button id='x'>Inbox</button>", "Inbox (new)", NameSource.Content)]
    [InlineData("<div id='x'>Plain words</div>", "", NameSource.None)]
    public async Task Name_ComesFromTheRightPlace(string html, string name, NameSource source)
    {
        var node = (await Looking.AtAsync(fixture, html)).Node("x");
        node.Name.ShouldBe(name);
        node.NameSource.ShouldBe(source);
    }

    [Theory]
    [InlineData("<style>i{padding:0 6px;border:1px solid}</style><a id='x' href='#'><i>Docked</i><i>pier 4</i></a>", "Docked pier 4")]
    [InlineData("<style>i{margin-left:4px}</style><a id='x' href='#'>Tern<i>12 m</i></a>", "Tern 12 m")]
    [InlineData("<style>i{margin-right:4px}</style><a id='x' href='#'><i>12</i>boats</a>", "12 boats")]
    [InlineData("<style>a{display:flex;gap:6px}</style><a id='x' href='#'><i>Docked</i><i>pier 4</i></a>", "Docked pier 4")]
    [InlineData("<a id='x' href='#'><i>Do</i>cked</a>", "Docked")]
    [InlineData("<style>i{border:1px solid transparent;border-width:1px 0}</style><a id='x' href='#'>Do<i>ck</i>ed</a>", "Docked")]
    public async Task Name_OfTextsDrawnApart_IsSeveralWords(string html, string name)
    {
        var node = (await Looking.AtAsync(fixture, html)).Node("x");
        node.Name.ShouldBe(name);
        node.InnerText.ShouldBe(name);
    }

    [Fact]
    public async Task Name_OfPassword_NeverHoldsItsCharacters()
    {
        var tree = await Looking.AtAsync(fixture, "<label id='l'>Code <input type='password' value='hunter2'></label><div role='button' id='b'>Enter <input type='password' value='hunter2'></div>");
        tree.Nodes.ShouldNotContain(node => node.Name.Contains("hunter") || node.InnerText.Contains("hunter") || (node.Value ?? "").Contains("hunter"));
    }

    [Fact]
    public async Task Description_ComesFromDescribedBy()
        => (await Looking.AtAsync(fixture, "<input id='x' aria-describedby='h'><p id='h'>At least 8 characters</p>")).Node("x").Description.ShouldBe("At least 8 characters");

    [Theory]
    [InlineData("<i id='x' class='fa fa-trash-alt'>&nbsp;</i>", "trash alt")]
    [InlineData("<svg id='x' width='16' height='16'><use href='#icon-close'></use><rect width='9' height='9'/></svg>", "close")]
    [InlineData("<svg id='x' class='lucide lucide-pencil' width='16' height='16'><rect width='9' height='9'/></svg>", "pencil")]
    [InlineData("<img id='x' src='/img/magnifier-2x.png' width='9' height='9'>", "magnifier")]
    [InlineData("<span id='x' class='material-symbols-outlined'>shopping_cart</span>", "shopping cart")]
    [InlineData("<svg id='x' width='16' height='16' stroke='red'><path d='M3 3l9 9M12 3L3 12'/></svg>", "close")]
    [InlineData("<svg id='x' width='16' height='16' stroke='red'><line x1='18' y1='6' x2='6' y2='18'/><line x1='6' y1='6' x2='18' y2='18'/></svg>", "close")]
    [InlineData("<svg id='x' width='16' height='16' stroke='red'><line x1='12' y1='5' x2='12' y2='19'/><line x1='5' y1='12' x2='19' y2='12'/></svg>", "plus")]
    [InlineData("<svg id='x' width='16' height='16' stroke='red'><line x1='3' y1='12' x2='21' y2='12'/><line x1='3' y1='6' x2='21' y2='6'/><line x1='3' y1='18' x2='21' y2='18'/></svg>", "hamburger")]
    [InlineData("<svg id='x' width='16' height='16' stroke='red'><path d='M4 5l4 5 4-5'/></svg>", "chevron down")]
    [InlineData("<svg id='x' width='16' height='16' stroke='red'><path d='M3 5 8 10 3 15'/></svg>", "chevron right")]
    [InlineData("<svg id='x' data-icon='star' width='16' height='16'><rect width='9' height='9'/></svg>", "star")]
    public async Task IconHint_TellsWhatTheIconShows(string html, string hint)
        => (await Looking.AtAsync(fixture, html)).Node("x").IconHint.ShouldContain(hint);
}
