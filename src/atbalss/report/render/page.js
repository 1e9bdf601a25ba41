(function(){
var all=document.querySelectorAll('.bound');
function each(f){Array.prototype.forEach.call(all,f)}
each(function(b){
var n=b.querySelector('.n');
function toggle(){var open=!b.classList.contains('open');each(function(o){o.classList.remove('open')});b.classList.remove('shut');b.classList.toggle('open',open);b.classList.toggle('shut',!open);n.setAttribute('aria-expanded',String(open))}
n.setAttribute('aria-expanded','false');
n.addEventListener('click',toggle);
n.addEventListener('keydown',function(e){if(e.key==='Enter'||e.key===' '){e.preventDefault();toggle()}});
n.addEventListener('focus',function(){b.classList.remove('shut')});
b.addEventListener('mouseenter',function(){b.classList.remove('shut')});
});
document.addEventListener('keydown',function(e){if(e.key==='Escape')each(function(b){b.classList.remove('open');b.classList.add('shut');b.querySelector('.n').setAttribute('aria-expanded','false')})});
document.addEventListener('click',function(e){if(!e.target.closest('.bound'))each(function(b){b.classList.remove('open')})});
})();
