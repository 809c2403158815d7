using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Services;
using Microsoft.AspNetCore.Mvc;

namespace Agency.Web.Controllers
{
    public abstract class CrudController<TItem, TForm> : Controller
        where TItem : class, new()
    {
        private readonly EfRepository<TItem> _repository;

        protected CrudController(EfRepository<TItem> repository)
        {
            _repository = repository;
        }

        public virtual IActionResult Index() => View(_repository.All());

        [HttpPost]
        public virtual async Task<IActionResult> Create(TForm form)
        {
            await _repository.InsertAsync(SimpleMapper.Map<TItem>(form));
            return RedirectToAction(nameof(Index));
        }

        [HttpPost]
        public virtual async Task<IActionResult> Delete(int id)
        {
            await _repository.DeleteAsync(_repository.Get(id));
            return RedirectToAction(nameof(Index));
        }
    }
}
