using System.ComponentModel.DataAnnotations;
using Autonoma.EnvironmentFactory.Schema;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Entities;

/// <summary>A property of an entity, or a part it owns.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Property">What EF knows of it.</param>
/// <param name="Field">How it may be sent; null if the database alone sets it.</param>
/// <param name="MaxLength">The longest text that the column takes; null for no limit.</param>
/// <param name="Attributes">The data annotations on it.</param>
/// <param name="IsSecret">Left out of what is remembered.</param>
internal sealed record EntityMember(string Name, IReadOnlyPropertyBase Property, ModelField? Field, int? MaxLength, IReadOnlyList<ValidationAttribute> Attributes, bool IsSecret);
