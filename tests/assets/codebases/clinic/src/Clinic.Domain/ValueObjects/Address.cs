namespace Clinic.Domain.ValueObjects;

public sealed record Address(string Street, string PostalCode, string City, string? Country);
