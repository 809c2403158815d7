using System.Text.RegularExpressions;

namespace Agency.Web.Services
{
    public static class Slug
    {
        public static string From(string text) => Regex.Replace(text.ToLowerInvariant(), "[^a-z0-9]+", "-").Trim('-');
    }
}
