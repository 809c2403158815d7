using System.Globalization;
using System.Text.Json.Nodes;

namespace Autonoma.Scenarios.Variables.Faking;

/// <summary>Goods, companies, money, vehicles.</summary>
internal static class CommerceAndMoney
{
    private static readonly string[] CardIssuers = ["american_express", "diners_club", "discover", "jcb", "maestro", "mastercard", "visa"];

    public static Dictionary<string, Func<FakeSource, JsonNode>> Generators { get; } = new(StringComparer.Ordinal)
    {
        ["commerce.productName"] = s => s.Faker.Commerce.ProductName(),
        ["commerce.product"] = s => s.Faker.Commerce.Product(),
        ["commerce.productAdjective"] = s => s.Faker.Commerce.ProductAdjective(),
        ["commerce.productMaterial"] = s => s.Faker.Commerce.ProductMaterial(),
        ["commerce.productDescription"] = s => s.Faker.Commerce.ProductDescription(),
        ["commerce.department"] = s => s.Faker.Commerce.Department(1),
        ["commerce.price"] = s => s.Random.Decimal(1m, 999m).ToString("0.00", CultureInfo.InvariantCulture),
        ["commerce.isbn"] = s => s.Random.ReplaceNumbers("978-#-##-######-#"),
        ["commerce.upc"] = s => s.Random.ReplaceNumbers("############"),
        ["company.name"] = s => s.Faker.Company.CompanyName(),
        ["company.companyName"] = s => s.Faker.Company.CompanyName(),
        ["company.catchPhrase"] = s => s.Faker.Company.CatchPhrase(),
        ["company.buzzPhrase"] = s => s.Faker.Company.Bs(),
        ["company.bs"] = s => s.Faker.Company.Bs(),
        ["company.buzzVerb"] = s => s.Faker.Company.Bs().Split(' ')[0],
        ["company.buzzNoun"] = s => s.Faker.Company.Bs().Split(' ')[^1],
        ["finance.accountNumber"] = s => s.Faker.Finance.Account(8),
        ["finance.account"] = s => s.Faker.Finance.Account(8),
        ["finance.accountName"] = s => s.Faker.Finance.AccountName(),
        ["finance.routingNumber"] = s => s.Faker.Finance.RoutingNumber(),
        ["finance.amount"] = s => s.Random.Decimal(0m, 1000m).ToString("0.00", CultureInfo.InvariantCulture),
        ["finance.transactionType"] = s => s.Faker.Finance.TransactionType(),
        ["finance.transactionDescription"] = s => $"{s.Faker.Finance.TransactionType()} of {s.Random.Number(1, 999)} at {s.Faker.Company.CompanyName()}",
        ["finance.currencyCode"] = s => s.Faker.Finance.Currency().Code,
        ["finance.currencyName"] = s => s.Faker.Finance.Currency().Description,
        ["finance.currencySymbol"] = s => s.Faker.Finance.Currency().Symbol is { Length: > 0 } symbol ? symbol : "$",
        ["finance.creditCardNumber"] = s => s.Faker.Finance.CreditCardNumber(),
        ["finance.creditCardCVV"] = s => s.Faker.Finance.CreditCardCvv(),
        ["finance.creditCardIssuer"] = s => s.Random.ArrayElement(CardIssuers),
        ["finance.pin"] = s => s.Random.ReplaceNumbers("####"),
        ["finance.iban"] = s => s.Faker.Finance.Iban(),
        ["finance.bic"] = s => s.Faker.Finance.Bic(),
        ["finance.bitcoinAddress"] = s => s.Faker.Finance.BitcoinAddress(),
        ["finance.litecoinAddress"] = s => s.Faker.Finance.LitecoinAddress(),
        ["finance.ethereumAddress"] = s => s.Faker.Finance.EthereumAddress(),
        ["vehicle.vehicle"] = s => $"{s.Faker.Vehicle.Manufacturer()} {s.Faker.Vehicle.Model()}",
        ["vehicle.manufacturer"] = s => s.Faker.Vehicle.Manufacturer(),
        ["vehicle.model"] = s => s.Faker.Vehicle.Model(),
        ["vehicle.type"] = s => s.Faker.Vehicle.Type(),
        ["vehicle.fuel"] = s => s.Faker.Vehicle.Fuel(),
        ["vehicle.vin"] = s => s.Faker.Vehicle.Vin(),
        ["vehicle.vrm"] = s => $"{s.Random.String2(2, Letters)}{s.Random.ReplaceNumbers("##")}{s.Random.String2(3, Letters)}",
    };

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
}
