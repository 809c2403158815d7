using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Marina.Controllers;

public class NewBoat
{
    public int BerthId { get; set; }
    public string Name { get; set; } = "";
    public string Registration { get; set; } = "";
    public decimal Length { get; set; }
}

[ApiController]
[Route("boats")]
public class BoatsController : ControllerBase
{
    private readonly MarinaDb _db;

    public BoatsController(MarinaDb db) => _db = db;

    [HttpPost]
    public async Task<IActionResult> Register(NewBoat input)
    {
        var berth = await _db.Berths.FirstOrDefaultAsync(known => known.Id == input.BerthId);
        if (berth is null)
            return NotFound(new { error = "There is no such berth." });
        if (input.Length > berth.Length)
            return UnprocessableEntity(new { error = $"{berth.Name} takes boats of {berth.Length} m." });

        var boat = new Boat
        {
            BerthId = berth.Id,
            Name = input.Name.Trim(),
            Registration = input.Registration.Trim().ToUpperInvariant(),
            Length = input.Length,
        };
        _db.Boats.Add(boat);
        _db.Log.Add(new LogEntry { Text = $"{boat.Name} ({boat.Registration}) lies in {berth.Name}" });
        await _db.SaveChangesAsync();

        Response.Headers["x-boat"] = boat.Registration;
        return Created($"/boats/{boat.Id}", new { boat.Id, boat.Registration, berth = berth.Slug });
    }
}
