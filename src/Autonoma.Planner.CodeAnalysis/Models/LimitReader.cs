using System.Globalization;
using Autonoma.Planner.Designing;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>What data annotations demand of the values of a property or a parameter.</summary>
internal static class LimitReader
{
    public static ValueLimits Of(ISymbol symbol, int? mostOfConfiguration)
    {
        var length = EntityModels.Attribute(symbol, "StringLength");
        var range = EntityModels.Attribute(symbol, "Range")?.ConstructorArguments;
        return new()
        {
            MinLength = First(EntityModels.Attribute(symbol, "MinLength")) ?? length?.NamedArguments.FirstOrDefault(argument => argument.Key == "MinimumLength").Value.Value as int?,
            MaxLength = mostOfConfiguration ?? First(EntityModels.Attribute(symbol, "MaxLength")) ?? First(length),
            Least = range is { Length: >= 2 } from ? Number(from[^2]) : null,
            Most = range is { Length: >= 2 } to ? Number(to[^1]) : null,
            Pattern = EntityModels.Attribute(symbol, "RegularExpression")?.ConstructorArguments.FirstOrDefault().Value as string,
            Format = EntityModels.Has(symbol, "EmailAddress") ? "email" : EntityModels.Has(symbol, "Url") ? "url" : EntityModels.Has(symbol, "Phone") ? "phone" : EntityModels.Has(symbol, "CreditCard") ? "creditcard" : null,
        };
    }

    private static int? First(AttributeData? attribute) => attribute?.ConstructorArguments.FirstOrDefault().Value as int?;

    // Limits beyond what a decimal holds (double.MaxValue for "any") are none.
    private static decimal? Number(TypedConstant constant) => constant.Value switch
    {
        int whole => whole,
        double number when Math.Abs(number) < 1e15 => (decimal)number,
        string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
