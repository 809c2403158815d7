using Clinic.Domain.Abstractions;
using Clinic.Domain.Staff;
using Clinic.Domain.ValueObjects;

namespace Clinic.Domain.Practices;

public sealed class Practice : AggregateRoot
{
    private readonly List<StaffMember> _staff = [];

    private Practice() { }

    public string Name { get; private set; } = null!;
    public string Slug { get; private set; } = null!;
    public Address Address { get; private set; } = null!;
    public bool IsActive { get; private set; } = true;
    public IReadOnlyCollection<StaffMember> Staff => _staff;

    public static Practice Open(string name, string slug, Address address) => new() { Name = name, Slug = slug, Address = address };

    public Practitioner AppointFounder(string fullName, string licence)
    {
        var founder = Practitioner.Hire(Id, fullName, EmailAddress.Create($"{Slug}@practices.example"), licence);
        _staff.Add(founder);
        return founder;
    }
}
