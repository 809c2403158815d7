using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Catalogue;

namespace Shop.Pages;

internal sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public ProductQuery Query { get; set; } = new();
}
