using System.Globalization;
using Shop.Sessions;

namespace Shop.Catalogue;

/// <summary>Pictures of products: the uploaded one, else one drawn from the product's number.</summary>
internal static class Artwork
{
    private static readonly string[] Hues = ["#d9e4dd", "#e8dccb", "#dfe3ee", "#eadfe0", "#e3e6d2", "#d8e6ea"];
    private static readonly string[] Inks = ["#2f5d50", "#8a5a2b", "#3d4f86", "#8b3f4a", "#65702a", "#2a6a7c"];

    public static void MapArtwork(this IEndpointRouteBuilder routes) => routes.MapGet("/art/{id:int}", (int id, ShopState shop) =>
        shop.Products.FirstOrDefault(p => p.Id == id) is { Image: { } image }
            ? Results.Bytes(image.Bytes, image.ContentType)
            : Results.Text(Draw(id), "image/svg+xml"));

    private static string Draw(int id)
    {
        var hue = Hues[id % Hues.Length];
        var ink = Inks[id % Inks.Length];
        var shape = (id % 4) switch
        {
            0 => "<rect x='110' y='70' width='100' height='110' rx='14'/><rect x='130' y='48' width='60' height='30' rx='8'/>",
            1 => "<path d='M110 80h90v70a30 30 0 0 1-30 30h-30a30 30 0 0 1-30-30z'/><path d='M200 95h18a18 18 0 0 1 0 46h-18' fill='none' stroke-width='12'/>",
            2 => "<circle cx='160' cy='122' r='62'/><circle cx='160' cy='122' r='38' fill='none' stroke-width='4' opacity='.5'/>",
            _ => "<path d='M160 52l72 128H88z'/><path d='M160 110l28 70h-56z' opacity='.35'/>",
        };
        var turn = (id * 7 % 13 - 6).ToString(CultureInfo.InvariantCulture);
        return $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 320 240'><rect width='320' height='240' fill='{hue}'/>" +
               $"<g fill='{ink}' stroke='{ink}' transform='rotate({turn} 160 120)'>{shape}</g></svg>";
    }
}
