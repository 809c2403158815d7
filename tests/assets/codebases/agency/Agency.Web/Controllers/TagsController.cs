using Agency.Web.Data;
using Agency.Web.Models;

namespace Agency.Web.Controllers
{
    public class TagForm
    {
        public string Name { get; set; }
        public string Colour { get; set; }
    }

    public class TagsController : CrudController<Tag, TagForm>
    {
        public TagsController(EfRepository<Tag> repository) : base(repository)
        {
        }
    }
}
