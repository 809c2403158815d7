using Microsoft.EntityFrameworkCore.Migrations;

namespace Clinic.Infrastructure.Persistence.Migrations;

public partial class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("INSERT INTO clinic.schema_notes (id, text) VALUES (1, 'first')");
    }
}
